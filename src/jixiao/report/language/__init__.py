"""What a template can say: values under the names of the form, phrases, and the limits set to both."""
