package dev.klp.kernel.indexer;

/** Is told how far indexing is; by several threads. */
public interface IndexProgress {
    /** Takes no note. */
    IndexProgress NONE = new IndexProgress() {
        @Override
        public void begin(int files) {}

        @Override
        public void step() {}
    };

    /** Work begins on so many files. */
    void begin(int files);

    /** One more of them is done. */
    void step();
}
