"""Charts that the template's author drew in Word, given the data of the report."""
