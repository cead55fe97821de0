"""Attendance: the rates of a period, told apart, drawn, and the sessions behind every figure."""
