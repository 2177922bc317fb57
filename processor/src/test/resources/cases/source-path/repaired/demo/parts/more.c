static int more;
