import quindex as qx
from handbook import tree

print(tree)

table = qx.framework_to_table(tree)
print(table.columns)
assert qx.framework_from_table(table) == tree
