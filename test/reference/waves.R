# Reference values for weighted waves: made-up populations, two waves each, and what R and its survey package make of them.
#
#   apt-get install -y r-base-core r-cran-survey r-cran-mass r-cran-jsonlite
#   Rscript test/reference/waves.R > test/reference/waves.json && oxfmt test/reference/waves.json
#
# The same R and packages give the same bytes. The tests read waves.json and need no R.

suppressPackageStartupMessages({
  library(survey)
  library(jsonlite)
})
RNGkind("Mersenne-Twister", "Inversion", "Rejection")
options(survey.lonely.psu = "fail")

# --- populations -----------------------------------------------------------------------------------------------------

settings <- list(
  list(name = "many", seed = 7411, N = 541, n = c(230, 205), stay = 0.6, silent = 0.05, cap = 2,
       variables = list(kind = c(north = .3, inner = .25, outer = .2, coast = .15, isle = .1),
                        staff = c(few = .5, some = .3, many = .2))),
  list(name = "few", seed = 31337, N = 260, n = c(78, 84), stay = 0.35, silent = 0.08, cap = 2.5,
       variables = list(kind = c(alpha = .5, beta = .3, gamma = .2),
                        staff = c(few = .55, some = .45),
                        area = c(east = .4, mid = .35, west = .25))),
  # Nearly everybody answers, and nearly everybody twice; then hardly anybody twice, of many.
  list(name = "most", seed = 90210, N = 160, n = c(118, 124), stay = 1.2, silent = 0.03, cap = 2,
       variables = list(kind = c(one = .5, two = .3, three = .2), area = c(in_town = .6, around = .4))),
  list(name = "apart", seed = 271828, N = 1200, n = c(96, 110), stay = -1.5, silent = 0.12, cap = 3,
       variables = list(kind = c(green = .62, blue = .38), staff = c(few = .5, some = .3, many = .2),
                        area = c(land = .7, sea = .3))))

categories_of <- function(set) lapply(set$variables, names)

make_population <- function(set) {
  frame <- data.frame(organisation = sprintf("o%04d", seq_len(set$N)), stringsAsFactors = FALSE)
  for (variable in names(set$variables)) {
    shares <- set$variables[[variable]]
    frame[[variable]] <- factor(sample(names(shares), set$N, TRUE, shares), levels = names(shares))
  }
  frame
}

# Larger and later categories answer more often and say yes more often, so that weights matter.
score_of <- function(frame, set) {
  total <- 0
  for (variable in names(set$variables)) total <- total + as.integer(frame[[variable]]) / length(set$variables[[variable]])
  as.numeric(scale(total))
}

draw_wave <- function(frame, set, wave, before) {
  score <- score_of(frame, set)
  pull <- exp(0.6 * score + ifelse(frame$organisation %in% before, 4 * set$stay, 0))
  chosen <- sort(sample(set$N, set$n[wave], FALSE, pull))
  data <- frame[chosen, ]
  rownames(data) <- NULL
  data$yes <- as.integer(frame$latent[chosen] + 0.7 * score[chosen] + 0.3 * (wave - 1) + rnorm(length(chosen), 0, 0.6) > 0)
  data$amount <- ifelse(data$yes == 1, 1 + rpois(length(chosen), 3 + wave), NA)
  data$item_a <- ifelse(data$yes == 1, rbinom(length(chosen), 1, 0.35), NA)
  data$item_b <- ifelse(data$yes == 1, rbinom(length(chosen), 1, 0.55 + 0.1 * (wave - 1)), NA)
  data$item_c <- ifelse(data$yes == 1, rbinom(length(chosen), 1, 0.15), NA)
  silent <- runif(length(chosen)) < set$silent
  data[silent, c("yes", "amount", "item_a", "item_b", "item_c")] <- NA
  data
}

# --- weights ---------------------------------------------------------------------------------------------------------

targets_of <- function(frame, set) lapply(setNames(nm = names(set$variables)), function(variable) table(frame[[variable]]))

rake_by_hand <- function(data, targets, start = NULL) {
  w <- if (is.null(start)) rep(sum(targets[[1]]) / nrow(data), nrow(data)) else start
  for (sweep in 1:500) {
    for (variable in names(targets)) {
      now <- tapply(w, data[[variable]], sum)
      w <- w * as.numeric(targets[[variable]][as.character(data[[variable]])] / now[as.character(data[[variable]])])
    }
    worst <- max(sapply(names(targets), function(variable)
      max(abs(tapply(w, data[[variable]], sum)[names(targets[[variable]])] / targets[[variable]] - 1))))
    if (worst < 1e-10) return(list(w = w, sweeps = sweep))
  }
  stop("raking did not come to an end")
}

trim_by_hand <- function(data, targets, cap) {
  w <- rake_by_hand(data, targets)$w
  times <- 0
  while (max(w) / mean(w) > cap * 1.001) {
    limit <- cap * mean(w)
    high <- w > limit
    over <- sum(w[high] - limit)
    w[high] <- limit
    w[!high] <- w[!high] + over / sum(!high)
    w <- rake_by_hand(data, targets, w)$w
    times <- times + 1
    if (times > 200) stop("the cap was not reached")
  }
  list(w = w, times = times)
}

kish <- function(w) length(w) * sum(w^2) / sum(w)^2

weighted <- function(y, w) sum(w * y, na.rm = TRUE) / sum(w[!is.na(y)])

pseudo <- function(data, targets, y, cap = NULL) {
  n <- nrow(data)
  full <- if (is.null(cap)) rake_by_hand(data, targets)$w else trim_by_hand(data, targets, cap)$w
  whole <- weighted(y, full)
  sapply(seq_len(n), function(k) {
    less <- data[-k, ]
    w <- if (is.null(cap)) rake_by_hand(less, targets)$w else trim_by_hand(less, targets, cap)$w
    n * whole - (n - 1) * weighted(y[-k], w)
  })
}

wilson <- function(p, n, q) {
  middle <- (p + q^2 / (2 * n)) / (1 + q^2 / n)
  half <- q * sqrt(p * (1 - p) / n + q^2 / (4 * n^2)) / (1 + q^2 / n)
  list(lower = middle - half, upper = middle + half)
}

mover <- function(p1, i1, p2, i2, r) {
  l1 <- p1 - i1$lower; u1 <- i1$upper - p1; l2 <- p2 - i2$lower; u2 <- i2$upper - p2
  list(lower = p2 - p1 - sqrt(l2^2 - 2 * r * l2 * u1 + u1^2), upper = p2 - p1 + sqrt(u2^2 - 2 * r * u2 * l1 + l1^2))
}

# --- one wave --------------------------------------------------------------------------------------------------------

design_of <- function(data, set, targets, finite) {
  data$everybody <- set$N
  plain <- if (finite) svydesign(~1, data = data, weights = rep(set$N / nrow(data), nrow(data)), fpc = ~everybody)
           else svydesign(~1, data = data, weights = rep(set$N / nrow(data), nrow(data)))
  rake(plain, lapply(names(targets), function(variable) as.formula(paste0("~", variable))),
       lapply(names(targets), function(variable) {
         out <- data.frame(names(targets[[variable]]), as.numeric(targets[[variable]]))
         names(out) <- c(variable, "Freq")
         out
       }), control = list(maxit = 500, epsilon = 1e-13))
}

pair <- function(x) list(estimate = as.numeric(coef(x))[1], se = as.numeric(SE(x))[1])

wave_values <- function(data, set, targets, extra_cap) {
  finite <- design_of(data, set, targets, TRUE)
  endless <- design_of(data, set, targets, FALSE)
  raked <- rake_by_hand(data, targets)
  trimmed <- trim_by_hand(data, targets, extra_cap)
  share <- svymean(~yes, finite, na.rm = TRUE)
  df <- sum(!is.na(data$yes)) - 1
  size <- coef(share) * (1 - coef(share)) / as.numeric(SE(share))^2
  first <- names(targets)[1]
  plain <- svydesign(~1, data = transform(data, everybody = set$N), weights = rep(set$N / nrow(data), nrow(data)), fpc = ~everybody)
  strata <- data.frame(names(targets[[1]]), as.numeric(targets[[1]]))
  names(strata) <- c(first, "Freq")
  stratified <- postStratify(plain, as.formula(paste0("~", first)), strata)
  chi <- function(design, variable, statistic) {
    out <- suppressWarnings(svychisq(as.formula(paste0("~", variable, "+yes")), design, statistic = statistic))
    list(statistic = as.numeric(out$statistic), parameter = as.numeric(out$parameter), p = as.numeric(out$p.value))
  }
  tables <- lapply(setNames(nm = names(targets)), function(variable) chi(finite, variable, "F"))
  ci <- function(method) {
    # Only a subset knows that the degrees of freedom are those of the answers.
    out <- confint(svyciprop(~yes, subset(finite, !is.na(yes)), method = method, df = df, na.rm = TRUE))
    list(lower = as.numeric(out)[1], upper = as.numeric(out)[2])
  }
  domains <- lapply(names(targets[[1]]), function(category) {
    inside <- finite$variables[[first]] == category
    c(list(category = category, answered = sum(inside & !is.na(data$yes))), pair(svymean(~yes, finite[inside, ], na.rm = TRUE)))
  })
  # A little wider than what raking asks, so that weights exist.
  bounds <- c(max(0, 1 - 1.1 * (1 - min(raked$w) * nrow(data) / set$N)), 1 + 1.1 * (max(raked$w) * nrow(data) / set$N - 1))
  totals <- c(set$N, unlist(lapply(targets, function(target) as.numeric(target)[-1])))
  formula <- as.formula(paste("~", paste(names(targets), collapse = "+")))
  names(totals) <- colnames(model.matrix(formula, plain$variables))
  bounded <- calibrate(plain, formula, totals, calfun = "logit", bounds = bounds, epsilon = 1e-12, maxit = 200)
  list(
    bounds = bounds,
    weights = list(poststratified = weights(stratified), raked = raked$w, trimmed = trimmed$w, bounded = as.numeric(weights(bounded))),
    sweeps = raked$sweeps, trimmings = trimmed$times,
    kish = kish(raked$w), kish_trimmed = kish(trimmed$w),
    poststratified = pair(svymean(~yes, stratified, na.rm = TRUE)),
    raked = pair(share), raked_endless = pair(svymean(~yes, endless, na.rm = TRUE)),
    wilson = c(list(effective = as.numeric(size), df = df), wilson(as.numeric(coef(share)), as.numeric(size), qt(.975, df))),
    wilson_90 = wilson(as.numeric(coef(share)), as.numeric(size), qt(.95, df)),
    logit = ci("xlogit"), arcsine = ci("asin"), korn_graubard = ci("beta"),
    domains = domains, rao_scott = tables, rao_scott_chisq = chi(finite, first, "Chisq"),
    mean = pair(svymean(~amount, finite, na.rm = TRUE)), total = pair(svytotal(~amount, finite, na.rm = TRUE)),
    items = lapply(setNames(nm = c("item_a", "item_b", "item_c")), function(item)
      pair(svymean(as.formula(paste0("~", item)), finite, na.rm = TRUE))),
    jackknife_se = sqrt((1 / nrow(data) - 1 / set$N) * var(pseudo(data, targets, data$yes))),
    jackknife_se_trimmed = sqrt((1 / nrow(data) - 1 / set$N) * var(pseudo(data, targets, data$yes, extra_cap))),
    jackknife_se_amount = sqrt((1 / nrow(data) - 1 / set$N) * var(pseudo(data, targets, data$amount))))
}

# --- two waves -------------------------------------------------------------------------------------------------------

# Fewer than two in both waves say nothing about how the two go together.
together <- function(one, two) if (length(one) < 2) 0 else cov(one, two)

change_values <- function(one, two, set, targets, cap) {
  N <- set$N
  u1 <- pseudo(one, targets, one$yes, cap); u2 <- pseudo(two, targets, two$yes, cap)
  weights_of <- function(data) if (is.null(cap)) rake_by_hand(data, targets)$w else trim_by_hand(data, targets, cap)$w
  p1 <- weighted(one$yes, weights_of(one)); p2 <- weighted(two$yes, weights_of(two))
  both <- intersect(one$organisation, two$organisation)
  v1 <- (1 / nrow(one) - 1 / N) * var(u1); v2 <- (1 / nrow(two) - 1 / N) * var(u2)
  joint <- (length(both) / (nrow(one) * nrow(two)) - 1 / N) *
    together(u1[match(both, one$organisation)], u2[match(both, two$organisation)])
  r <- joint / sqrt(v1 * v2)
  se <- sqrt(v1 + v2 - 2 * joint)
  i1 <- wilson(p1, p1 * (1 - p1) / v1, qt(.975, sum(!is.na(one$yes)) - 1))
  i2 <- wilson(p2, p2 * (1 - p2) / v2, qt(.975, sum(!is.na(two$yes)) - 1))
  list(change = p2 - p1, both = length(both), se1 = sqrt(v1), se2 = sqrt(v2), covariance = joint, correlation = r, se = se,
       interval = mover(p1, i1, p2, i2, r), p = 2 * pnorm(-abs((p2 - p1) / se)))
}

unweighted_values <- function(one, two, set, finite) {
  answered1 <- one[!is.na(one$yes), ]; answered2 <- two[!is.na(two$yes), ]
  n1 <- nrow(answered1); n2 <- nrow(answered2); N <- if (finite) set$N else Inf
  both <- intersect(answered1$organisation, answered2$organisation)
  y1 <- answered1$yes; y2 <- answered2$yes
  s12 <- together(y1[match(both, answered1$organisation)], y2[match(both, answered2$organisation)])
  v1 <- var(y1) * (1 / n1 - 1 / N); v2 <- var(y2) * (1 / n2 - 1 / N)
  joint <- s12 * (length(both) / (n1 * n2) - 1 / N)
  star <- function(n) if (finite) n * (N - 1) / (N - n) else n
  r <- joint / sqrt(v1 * v2)
  change <- mean(y2) - mean(y1); se <- sqrt(v1 + v2 - 2 * joint)
  list(change = change, both = length(both), correlation = r, se = se, p = 2 * pnorm(-abs(change / se)),
       interval = mover(mean(y1), wilson(mean(y1), star(n1), qnorm(.975)), mean(y2), wilson(mean(y2), star(n2), qnorm(.975)), r))
}

stacked_values <- function(one, two, set, targets) {
  all <- rbind(cbind(one, wave = "1"), cbind(two, wave = "2"))
  all$wave <- factor(all$wave)
  all$weight <- ifelse(all$wave == "1", set$N / nrow(one), set$N / nrow(two))
  sizes <- lapply(names(targets), function(variable) {
    each <- expand.grid(category = names(targets[[variable]]), wave = c("1", "2"), stringsAsFactors = FALSE)
    out <- data.frame(paste(each$category, each$wave, sep = "."), as.numeric(targets[[variable]][each$category]))
    out
  })
  for (at in seq_along(targets)) {
    all[[paste0("cell", at)]] <- interaction(all[[names(targets)[at]]], all$wave)
    names(sizes[[at]]) <- c(paste0("cell", at), "Freq")
  }
  design <- rake(svydesign(~organisation, data = all, weights = ~weight),
                 lapply(seq_along(targets), function(at) as.formula(paste0("~cell", at))), sizes,
                 control = list(maxit = 500, epsilon = 1e-13))
  design <- update(design, y1 = ifelse(wave == "1" & !is.na(yes), yes, 0), d1 = as.numeric(wave == "1" & !is.na(yes)),
                   y2 = ifelse(wave == "2" & !is.na(yes), yes, 0), d2 = as.numeric(wave == "2" & !is.na(yes)))
  means <- svycontrast(svytotal(~y1 + d1 + y2 + d2, design), list(p1 = quote(y1 / d1), p2 = quote(y2 / d2)))
  out <- svychisq(~yes + wave, design, statistic = "F")
  list(shares = as.numeric(coef(means)), covariance = matrix(as.numeric(vcov(means)), 2),
       F = list(statistic = as.numeric(out$statistic), parameter = as.numeric(out$parameter), p = as.numeric(out$p.value)))
}

composition_values <- function(one, two, variable) {
  counts <- rbind(table(one[[variable]]), table(two[[variable]]))
  out <- suppressWarnings(chisq.test(counts, correct = FALSE))
  shares <- counts / rowSums(counts)
  list(chisq = as.numeric(out$statistic), p = out$p.value, exact = fisher.test(counts, workspace = 2e8)$p.value,
       least = min(out$expected), cramer = sqrt(as.numeric(out$statistic) / sum(counts)), dissimilarity = sum(abs(shares[2, ] - shares[1, ])) / 2)
}

kitagawa_values <- function(one, two, variable) {
  one <- one[!is.na(one$yes), ]; two <- two[!is.na(two$yes), ]
  s1 <- prop.table(table(one[[variable]])); s2 <- prop.table(table(two[[variable]]))
  p1 <- tapply(one$yes, one[[variable]], mean); p2 <- tapply(two$yes, two[[variable]], mean)
  list(total = mean(two$yes) - mean(one$yes), composition = sum((s2 - s1) * (p1 + p2) / 2), rate = sum((s1 + s2) / 2 * (p2 - p1)))
}

nonresponse_values <- function(frame, data, set, targets) {
  frame$took <- frame$organisation %in% data$organisation
  model <- glm(as.formula(paste("took ~", paste(names(targets), collapse = "+"))), binomial, frame, control = list(epsilon = 1e-14, maxit = 100))
  chance <- as.numeric(fitted(model))
  list(coefficients = as.list(coef(model)), spread = sd(chance), indicator = 1 - 2 * sd(chance), variation = sd(chance) / mean(chance),
       partial = lapply(setNames(nm = names(targets)), function(variable) {
         means <- tapply(chance, frame[[variable]], mean)
         sqrt(sum(table(frame[[variable]]) * (means - mean(chance))^2) / set$N)
       }),
       against = lapply(setNames(nm = names(targets)), function(variable) {
         out <- suppressWarnings(chisq.test(table(data[[variable]]), p = as.numeric(targets[[variable]]) / set$N))
         corrected <- as.numeric(out$statistic) * (set$N - 1) / (set$N - nrow(data))
         list(chisq = as.numeric(out$statistic), corrected = corrected, p = pchisq(corrected, length(targets[[variable]]) - 1, lower.tail = FALSE))
       }))
}

# --- all of it -------------------------------------------------------------------------------------------------------

csv_of <- function(data) {
  lines <- apply(sapply(data[, setdiff(names(data), "latent")], function(column) ifelse(is.na(column), "", as.character(column))), 1, paste, collapse = ",")
  paste0(paste(setdiff(names(data), "latent"), collapse = ","), "\n", paste(lines, collapse = "\n"), "\n")
}

values <- lapply(settings, function(set) {
  set.seed(set$seed)
  frame <- make_population(set)
  frame$latent <- rnorm(set$N)
  one <- draw_wave(frame, set, 1, character())
  two <- draw_wave(frame, set, 2, one$organisation)
  targets <- targets_of(frame, set)
  list(name = set$name, seed = set$seed, N = set$N, cap = set$cap,
       margins = lapply(targets, function(target) as.list(setNames(as.numeric(target), names(target)))),
       frame = csv_of(frame),
       waves = lapply(list(one, two), function(data) list(
         data = csv_of(data), values = wave_values(data, set, targets, set$cap), nonresponse = nonresponse_values(frame, data, set, targets))),
       change = list(jackknife = change_values(one, two, set, targets, NULL), jackknife_trimmed = change_values(one, two, set, targets, set$cap),
                     unweighted = unweighted_values(one, two, set, TRUE), unweighted_endless = unweighted_values(one, two, set, FALSE),
                     stacked = stacked_values(one, two, set, targets),
                     composition = lapply(setNames(nm = names(targets)), function(variable) composition_values(one, two, variable)),
                     kitagawa = lapply(setNames(nm = names(targets)), function(variable) kitagawa_values(one, two, variable))))
})

cat(toJSON(list(R = R.version.string, survey = as.character(packageVersion("survey")), sets = values),
           auto_unbox = TRUE, digits = NA, na = "null"), "\n", sep = "")
