package dev.klp.processor.check;

/** One rule, or a few that cannot be told apart. Reports every violation and does not stop at the first. */
interface Check {
    void check(Subject subject, Findings findings);
}
