// The public door.
