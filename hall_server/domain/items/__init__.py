"""Service items 事项: what they consist of, which version holds, who may be taken, and how several go together."""
