package dev.klp.examples.meminfo;

import dev.klp.annotations.KlpFunc;
import dev.klp.annotations.KlpModuleReloc;
import dev.klp.annotations.KlpObject;
import dev.klp.annotations.KlpPatch;

/** Adds a line to {@code /proc/meminfo}. */
@KlpPatch(sources = "meminfo.c", description = "Adds a line to /proc/meminfo")
interface MeminfoPatch {
    /** What {@code fs/proc/meminfo.c} of Linux 6.1 refers to, as configured by Debian. */
    @KlpObject
    @KlpModuleReloc(symbol = "si_swapinfo", declaration = "void si_swapinfo(struct sysinfo *val)")
    @KlpModuleReloc(symbol = "vm_commit_limit", declaration = "unsigned long vm_commit_limit(void)")
    @KlpModuleReloc(symbol = "vmalloc_nr_pages", declaration = "unsigned long vmalloc_nr_pages(void)")
    @KlpModuleReloc(symbol = "pcpu_nr_pages", declaration = "unsigned long pcpu_nr_pages(void)")
    @KlpModuleReloc(
            symbol = "seq_put_decimal_ull_width",
            declaration = "void seq_put_decimal_ull_width(struct seq_file *m, const char *delimiter,"
                    + " unsigned long long num, unsigned int width)")
    @KlpModuleReloc(symbol = "zswap_pool_total_size", declaration = "u64 zswap_pool_total_size")
    @KlpModuleReloc(symbol = "zswap_stored_pages", declaration = "atomic_t zswap_stored_pages")
    @KlpModuleReloc(symbol = "num_poisoned_pages", declaration = "atomic_long_t num_poisoned_pages")
    @KlpModuleReloc(symbol = "totalcma_pages", declaration = "unsigned long totalcma_pages")
    @KlpModuleReloc(symbol = "hugetlb_report_meminfo", declaration = "void hugetlb_report_meminfo(struct seq_file *m)")
    @KlpModuleReloc(symbol = "arch_report_meminfo", declaration = "void arch_report_meminfo(struct seq_file *m)")
    interface Vmlinux {
        /** Prints the file's content. */
        @KlpFunc(newFunc = "livepatch_meminfo_proc_show")
        void meminfo_proc_show();
    }
}
