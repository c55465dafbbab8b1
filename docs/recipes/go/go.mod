module larkspur

go 1.19
