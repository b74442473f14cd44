// A thread of a rebuild that leaves before it has begun.
process.exit(0);
