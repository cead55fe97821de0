"""The demo practice: made-up people in a made-up valley, the same from one seed and a date."""
