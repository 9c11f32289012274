"""Pictures of numbers: functions of a matplotlib Figure and plain values."""
