"""From outcomes and costs to a choice: cost-effectiveness, regret, and what finding out would be worth."""
