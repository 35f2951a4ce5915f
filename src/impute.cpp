// The compiled bodies of quindex/impute.
