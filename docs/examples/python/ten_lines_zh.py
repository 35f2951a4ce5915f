import pandas as pd
import quindex as qx

df = pd.DataFrame({"合格率": [97.2, 94.5, 98.8], "质量损失率": [1.9, 2.6, 1.2], "研发经费比重": [2.4, 3.1, 1.6]},
                  index=["甲市", "乙市", "丙市"])
tree = qx.group("质量指数", [
    qx.group("质量水平", [qx.indicator("合格率"), qx.indicator("质量损失率", better="low")], weight=0.6),
    qx.group("发展能力", [qx.indicator("研发经费比重")], weight=0.4),
])
result = qx.compute(qx.Spec(tree, normalise=qx.normalise.Efficacy()), df)
print(result)
print(result.explain("甲市"))
