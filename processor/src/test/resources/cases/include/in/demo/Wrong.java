package demo;

import dev.klp.annotations.*;

@KlpPatch(includes = {One.class, One.class, String.class, int.class, Again.class, Wrong.class})
interface Wrong {}
