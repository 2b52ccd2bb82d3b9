// Ends with 0 exactly if a package can be imported.
await import(process.argv[2]);
process.exit(0);
