"""The front desk's papers: letters, sheets and lists, with a preview. The office key is enough."""
