import quindex as qx

try:
    qx.presets.load("qci")
except qx.SpecError as error:
    print(error)

try:
    qx.presets.load("qci", lower_weights="equal_weights_assumption")
except qx.SpecError as error:
    print(error)

indicators = ["grading_rate", "microelectronic_share", "certification_rate", "quality_loss_rate",
              "spot_check_pass_rate", "export_pass_rate", "research_share", "renovation_share",
              "patents", "new_product_share", "average_sales", "international_share"]
spec = qx.presets.load("qci", lower_weights="equal_weights_assumption",
                       thresholds=dict.fromkeys(indicators, (0, 1)), curve="linear")
print(spec.framework.code)
