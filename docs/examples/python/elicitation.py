import pandas as pd
import quindex as qx

names = ["price", "comfort", "safety", "range"]
# Row against column; the half below is filled in. One judge has slipped: 1/3 for 3.
anna = [[1, 2, 1 / 2, 1 / 3], [None, 1, 1 / 4, 1], [None, None, 1, 4], [None, None, None, 1]]
ben = [[1, 1, 1 / 3, 1], [None, 1, 1 / 3, 1], [None, None, 1, 3], [None, None, None, 1]]
carla = [[1, 3, 1, None], [None, 1, 1 / 3, 1], [None, None, 1, 3], [None, None, None, 1]]

found = qx.elicit.consistency(anna, criteria=names)
print("CR", round(found.ratio, 3), "worst", found.worst, round(found.given, 2), "rather", round(found.proposed, 2))
print("CR with the proposal:", round(found.ratio_after, 3))
print("what Carla did not say:", qx.elicit.complete(carla, criteria=names)[0, 3].round(2))

together = qx.weigh.Ahp(criteria=names, judges=[anna, ben, carla])
alone = {who: qx.elicit.priorities(said) for who, said in {"Anna": anna, "Ben": ben, "Carla": carla}.items()}
table = pd.DataFrame(alone, index=names).assign(group=qx.elicit.weights(together, names).weights)
print(table.round(3))
print("agreement W:", round(qx.elicit.kendall_w([list(w) for w in alone.values()]).w, 3))

best_worst = qx.weigh.Bwm(
    best="safety", worst="comfort",
    best_to_others={"price": 2, "comfort": 4, "safety": 1, "range": 3},
    others_to_worst={"price": 2, "comfort": 1, "safety": 4, "range": 1},
)
answer = qx.elicit.weights(best_worst, names)
print({name: round(w, 3) for name, w in answer.weights.items()})
print({name: round(float(x), 3) for name, x in answer.measures.items()})

tree = qx.group("car", [qx.indicator("price", better="low"), *map(qx.indicator, names[1:])])
cars = pd.DataFrame([[25, 6, 7, 400], [20, 5, 5, 300], [32, 8, 9, 350]], columns=names, index=list("abc"))
result = qx.compute(qx.Spec(tree, weigh=qx.weigh.Ahp(comparisons=anna)), cars)
print(result.scores["car"].round(1).to_dict())
print(result.notes["what"].to_list()[0])
