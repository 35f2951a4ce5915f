from wellbeing import result

print(result.explain("D"))
