import pandas as pd
import quindex as qx

rows = pd.read_csv("docs/examples/data/framework.csv")
tree = qx.framework_from_table(rows)
print(tree)
print(tree["ph"].names["zh"], tree["ph"].better)
