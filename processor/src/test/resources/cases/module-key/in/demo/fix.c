static int new_f(void)
{
	if (static_branch_unlikely(&kvm_has_noapic_vcpu))
		return static_call(run)(1);
	return static_branch_unlikely(&sched_smt_present);
}
