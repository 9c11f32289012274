"""An invented diary to look around in."""
