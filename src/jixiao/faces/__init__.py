"""The faces of the tool: what people and scripts talk to. They translate and decide nothing."""
