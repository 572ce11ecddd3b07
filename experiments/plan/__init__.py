"""Which mix of interventions, for one's own preschools, within money and hours."""
