// The compiled bodies of quindex/treat.
