from shisaku import Profile

company = Profile(size=("中小企業",), hold=("くるみん",), does=("賃上げ+3%",), employees=80)
print(company.hold, company.employees)
