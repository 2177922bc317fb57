package demo;

import dev.klp.annotations.*;

class PLivepatch {}
