"""A4 pages: composed here, painted and looked at in processes of their own that end with each job."""
