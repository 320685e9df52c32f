"""Pages and data files as typed objects."""
