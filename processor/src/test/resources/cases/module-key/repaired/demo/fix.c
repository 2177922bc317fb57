static int new_f(void)
{
	if (static_key_enabled(&kvm_has_noapic_vcpu))
		return 1;
	return static_branch_unlikely(&sched_smt_present);
}
