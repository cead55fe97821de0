"""Programs the crash tests run, each doing one piece of work and saying so once it is durable."""
