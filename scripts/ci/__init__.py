"""From a change to the live page: what the workflows call, and any other CI can."""
