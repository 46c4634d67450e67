from shisaku import Profile, amounts_for, open_store

company = Profile(
    size=("中小企業",),
    does=("賃上げ+2.5%",),
    hold=("くるみん",),
    payroll_rise=10_000_000,
    tax=100_000_000,
)
with open_store() as graph:
    [credit] = amounts_for(graph, company, "賃上げ促進税制")
print(credit.title, credit.now.yen, "yen,", credit.gain, "more than without")
for step in credit.now.steps:
    print(step.kind, step.printed or "", step.yen or "", step.sources[:1])
