#error the package goes first
