"""From text to tree: the only place that knows lark."""
