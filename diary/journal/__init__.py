"""Everything a person can do with the diary, in the person's words."""
