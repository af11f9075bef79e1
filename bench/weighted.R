# Weighted shares of one wave with R's survey package: raking, and a jackknife that rakes again without each organisation.
# Rscript bench/weighted.R FOLDER, with answers.csv (type, size, region and a column of 0, 1 or nothing per answer) and
# frame.csv (variable, category, organisations). Prints JSON: seconds of each part, and share and standard error per answer.
suppressPackageStartupMessages(library(survey))
folder <- commandArgs(trailingOnly = TRUE)[1]
answers <- read.csv(file.path(folder, "answers.csv"), colClasses = c(type = "character", size = "character", region = "character"))
frame <- read.csv(file.path(folder, "frame.csv"), colClasses = c("character", "character", "numeric"))
population <- sum(frame$organisations[frame$variable == "type"])
answers$weight <- population / nrow(answers)
answers$population <- population
names <- setdiff(colnames(answers), c("type", "size", "region", "weight", "population"))
margin <- function(variable) {
  own <- frame[frame$variable == variable, ]
  setNames(data.frame(own$category, own$organisations), c(variable, "Freq"))
}
begin <- proc.time()[["elapsed"]]
design <- svydesign(ids = ~1, weights = ~weight, fpc = ~population, data = answers)
design <- as.svrepdesign(design, type = "JK1", compress = FALSE)
raked <- rake(design, list(~type, ~size, ~region), list(margin("type"), margin("size"), margin("region")),
  control = list(maxit = 500, epsilon = 1e-7, verbose = FALSE))
weighing <- proc.time()[["elapsed"]] - begin
rows <- vapply(names, function(name) {
  found <- svymean(as.formula(paste0("~", name)), raked, na.rm = TRUE)
  c(coef(found)[[1]], SE(found)[[1]])
}, numeric(2))
all <- proc.time()[["elapsed"]] - begin
cat(sprintf('{"weighing":%.3f,"all":%.3f,"shares":[%s]}\n', weighing, all,
  paste(sprintf("%.12f", rows[1, ]), collapse = ",")))
