-- Documents and words as they are, for databases that would compress them.
${long_rows}
