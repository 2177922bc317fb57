package demo;

import dev.klp.annotations.*;

@KlpPatch(sources = "fix.c")
interface P {
    @KlpObject
    @KlpModuleReloc(symbol = "sched_smt_present", declaration = "struct static_key_false sched_smt_present")
    interface Vmlinux {}

    @KlpObject("kvm")
    @KlpModuleReloc(symbol = "kvm_has_noapic_vcpu", declaration = "struct static_key_false kvm_has_noapic_vcpu")
    @KlpModuleReloc(symbol = "kvm_x86_run", cName = "run", declaration = "struct static_call_key run")
    interface Kvm {
        @KlpFunc(newFunc = "new_f")
        void kvm_lapic_init();
    }
}
