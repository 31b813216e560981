"""Where text comes from: files, folders and standard input, as blocks with positions."""
