"""Registry records: read, cut into criteria, drafted as a `.crit` file, compared with one."""
