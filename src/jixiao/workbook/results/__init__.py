"""What a run found -> the workbook's result sheets, and the explanations that people type there."""
