/** Needed on the module path alone; on the class path the program is the one file beside it. */
module example.embed {
    requires dev.waxwing.application;
    requires dev.waxwing.application.testing;
}
