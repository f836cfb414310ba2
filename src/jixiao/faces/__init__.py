"""The faces of the tool: command line and, later, macro entry and batch. They translate and decide nothing."""
