import pandas as pd
import quindex as qx

cars = pd.DataFrame(
    {"price": [25, 20, 32, 28], "consumption": [5.1, 6.4, 4.2, 5.5], "safety": [7, 5, 9, 8]},
    index=pd.Index(["a", "b", "c", "d"], name="car"),
)
types = ["low", "low", "high"]

ranking = qx.rank(cars, [2, 1, 1], types, method=qx.aggregate.Topsis())
print(ranking.to_frame().round(3))

found = qx.weights(cars, types, method=qx.weigh.Entropy())
print({name: round(w, 3) for name, w in found.items()})

mean = qx.rank(cars, found, types, method=qx.aggregate.ArithmeticMean(), normalise=qx.normalise.MinMax())
print(mean)
