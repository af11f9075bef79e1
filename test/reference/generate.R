# Makes proportions.json: reference values for src/lib/statistics, from base R alone, wherever R has a function of its own
# from that, and otherwise by another road than the library takes (numerical maximisation, enumeration, matrices).
#
#   Rscript test/reference/generate.R && oxfmt test/reference/proportions.json
#
# No random numbers; the same R gives the same file.

json <- function(x) {
  if (is.null(x)) return("null")
  if (is.list(x)) {
    inner <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(inner, collapse = ","), "]"))
    return(paste0("{", paste0('"', names(x), '":', inner, collapse = ","), "}"))
  }
  one <- function(v) {
    if (is.character(v)) return(paste0('"', v, '"'))
    if (is.na(v) || is.infinite(v)) return("null")
    format(v, digits = 15, scientific = abs(v) > 0 && abs(v) < 1e-5)
  }
  if (length(x) == 1 && !inherits(x, "AsIs")) return(one(x))
  paste0("[", paste(vapply(unclass(x), one, ""), collapse = ","), "]")
}
limits <- function(v) list(lower = v[1], upper = v[2])
solve <- function(f, from, to) uniroot(f, c(from, to), tol = 1e-15, maxiter = 10000)$root

# --- one share ---------------------------------------------------------------------------------------------------

score <- function(x, n, level) as.numeric(suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int)
# The shares that the score test, with half an answer taken off, does not refuse.
corrected <- function(x, n, level) {
  z <- qnorm((1 + level) / 2)
  off <- function(s, half) abs(x - n * s) - half - z * sqrt(n * s * (1 - s))
  c(
    if (x == 0) 0 else solve(function(s) off(s, 0.5), 0, x / n - 0.5 / n + 1e-12),
    if (x == n) 1 else solve(function(s) off(s, 0.5), x / n + 0.5 / n - 1e-12, 1)
  )
}
midp <- function(x, n, level) {
  tail <- (1 - level) / 2
  c(
    if (x == 0) 0 else solve(function(s) 1 - pbinom(x, n, s) + dbinom(x, n, s) / 2 - tail, 0, 1),
    if (x == n) 1 else solve(function(s) pbinom(x, n, s) - dbinom(x, n, s) / 2 - tail, 0, 1)
  )
}
# The shares s whose own Wald limits with z reach the estimate, in a population: the score interval by solving its equation.
score_population <- function(x, n, N, level) {
  z <- qnorm((1 + level) / 2)
  p <- x / n
  if (n == N) return(c(p, p))
  off <- function(s) (p - s)^2 - z^2 * s * (1 - s) / n * (N - n) / (N - 1)
  # A little away from the estimate itself, which solves it too when it is 0 or 1.
  c(if (x == 0) 0 else solve(off, 0, p - 1e-9), if (x == n) 1 else solve(off, p + 1e-9, 1))
}
counts <- function(x, n, N, level, own) {
  tail <- (1 - level) / 2
  K <- x:(N - n + x)
  many <- vapply(K, function(k) sum(dhyper(x:n, k, N - k, n)) - (1 - own) * dhyper(x, k, N - k, n), 0)
  few <- vapply(K, function(k) sum(dhyper(0:x, k, N - k, n)) - (1 - own) * dhyper(x, k, N - k, n), 0)
  list(fewest = min(K[many > tail]), most = max(K[few > tail]))
}

single <- function(x, n, N = NULL, level = 0.95) {
  p <- x / n
  z <- qnorm((1 + level) / 2)
  wider <- (x + z^2 / 2) / (n + z^2)
  tail <- (1 - level) / 2
  values <- list(
    waldForTeachingOnly = limits(p + c(-1, 1) * z * sqrt(p * (1 - p) / n)),
    wilson = limits(score(x, n, level)),
    wilsonCorrected = limits(corrected(x, n, level)),
    clopperPearson = limits(as.numeric(binom.test(x, n, conf.level = level)$conf.int)),
    clopperPearsonMidP = limits(midp(x, n, level)),
    agrestiCoull = limits(pmin(1, pmax(0, wider + c(-1, 1) * z * sqrt(wider * (1 - wider) / (n + z^2))))),
    jeffreys = limits(c(
      if (x == 0) 0 else qbeta(tail, x + 0.5, n - x + 0.5),
      if (x == n) 1 else qbeta(1 - tail, x + 0.5, n - x + 0.5)
    ))
  )
  if (!is.null(N)) values <- c(values, list(
    wilsonInPopulation = limits(score_population(x, n, N, level)),
    exactCountRange = counts(x, n, N, level, 1),
    midPCountRange = counts(x, n, N, level, 0.5),
    worstCase = limits(c(x / N, (x + N - n) / N)),
    error = if (n == 1) NULL else sqrt(var(rep(c(1, 0), c(x, n - x))) / n * (1 - n / N))
  ))
  list(yes = x, answered = n, population = N, level = level, values = values)
}

# --- two shares --------------------------------------------------------------------------------------------------

miettinen_nurminen <- function(x1, n1, x2, n2, level) {
  d <- x2 / n2 - x1 / n1
  critical <- qnorm((1 + level) / 2)^2
  term <- function(x, p) if (x == 0) 0 else x * log(p)
  fit <- function(D) {
    likelihood <- function(p) term(x1, p) + term(n1 - x1, 1 - p) + term(x2, p + D) + term(n2 - x2, 1 - p - D)
    from <- max(0, -D)
    to <- min(1, 1 - D)
    best <- optimise(likelihood, c(from, to), maximum = TRUE, tol = 1e-13)$maximum
    ends <- c(best, from, to)
    value <- suppressWarnings(vapply(ends, likelihood, 0))
    ends[which.max(replace(value, is.nan(value), -Inf))]
  }
  off <- function(D) {
    p1 <- fit(D)
    p2 <- p1 + D
    (d - D)^2 - critical * (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * (n1 + n2) / (n1 + n2 - 1)
  }
  c(if (d == -1) -1 else solve(off, -1 + 1e-12, d - 1e-7), if (d == 1) 1 else solve(off, d + 1e-7, 1 - 1e-12))
}
distances <- function(x1, n1, x2, n2, one, two) {
  p1 <- x1 / n1
  p2 <- x2 / n2
  c(p2 - p1 - sqrt((p2 - two[1])^2 + (one[2] - p1)^2), p2 - p1 + sqrt((two[2] - p2)^2 + (p1 - one[1])^2))
}

double <- function(x1, n1, x2, n2, N1 = NULL, N2 = NULL, level = 0.95) {
  z <- qnorm((1 + level) / 2)
  added <- c(x1 + 1, x2 + 1) / c(n1 + 2, n2 + 2)
  table <- matrix(c(x1, n1 - x1, x2, n2 - x2), 2)
  alike <- any(rowSums(table) == 0)
  chi <- if (alike) 0 else unname(suppressWarnings(chisq.test(table, correct = FALSE))$statistic)
  values <- list(
    newcombe = limits(distances(x1, n1, x2, n2, score(x1, n1, level), score(x2, n2, level))),
    newcombeCorrected = limits(distances(x1, n1, x2, n2, corrected(x1, n1, level), corrected(x2, n2, level))),
    agrestiCaffo = limits(pmin(1, pmax(-1,
      added[2] - added[1] + c(-1, 1) * z * sqrt(sum(added * (1 - added) / c(n1 + 2, n2 + 2)))))),
    miettinenNurminen = limits(miettinen_nurminen(x1, n1, x2, n2, level)),
    waldDifferenceForTeachingOnly = limits(
      as.numeric(suppressWarnings(prop.test(c(x2, x1), c(n2, n1), conf.level = 0.95, correct = FALSE))$estimate %*% c(1, -1)) +
        c(-1, 1) * z * sqrt(x1 / n1 * (1 - x1 / n1) / n1 + x2 / n2 * (1 - x2 / n2) / n2)),
    pearson = 1 - pchisq(chi, 1),
    nMinusOne = 1 - pchisq(chi * (n1 + n2 - 1) / (n1 + n2), 1),
    fisher = fisher.test(table)$p.value,
    smallestExpected = min(outer(rowSums(table), colSums(table)) / sum(table))
  )
  if (!is.null(N1)) values <- c(values, list(
    newcombeInPopulation = limits(distances(
      x1, n1, x2, n2, score_population(x1, n1, N1, level), score_population(x2, n2, N2, level)))
  ))
  list(first = list(yes = x1, answered = n1), second = list(yes = x2, answered = n2),
    populations = if (is.null(N1)) NULL else list(first = N1, second = N2), level = level, values = values)
}

# --- a panel -----------------------------------------------------------------------------------------------------

tango <- function(a, b, c, d, level) {
  n <- a + b + c + d
  estimate <- (c - b) / n
  critical <- qnorm((1 + level) / 2)^2
  term <- function(x, p) if (x == 0) 0 else x * log(p)
  off <- function(D) {
    # The stoppers' share s and the starters' share s + D, the rest unchanged.
    likelihood <- function(s) term(b, s) + term(c, s + D) + term(a + d, 1 - 2 * s - D)
    from <- max(0, -D)
    to <- (1 - D) / 2
    best <- optimise(likelihood, c(from, to), maximum = TRUE, tol = 1e-13)$maximum
    ends <- c(best, from, to)
    value <- suppressWarnings(vapply(ends, likelihood, 0))
    s <- ends[which.max(replace(value, is.nan(value), -Inf))]
    (estimate - D)^2 - critical * (2 * s + D - D^2) / n
  }
  c(if (estimate == -1) -1 else solve(off, -1 + 1e-12, estimate - 1e-7),
    if (estimate == 1) 1 else solve(off, estimate + 1e-7, 1 - 1e-12))
}

paired <- function(a, b, c, d, level = 0.95) {
  n <- a + b + c + d
  z <- qnorm((1 + level) / 2)
  margins <- (a + b) * (c + d) * (a + c) * (b + d)
  cross <- a * d - b * c
  phi <- if (margins == 0) 0 else (if (cross > 0) max(cross - n / 2, 0) else cross) / sqrt(margins)
  one <- score(a + b, n, level)
  two <- score(a + c, n, level)
  p1 <- (a + b) / n
  p2 <- (a + c) / n
  down <- sqrt(max(0, (p2 - two[1])^2 - 2 * phi * (p2 - two[1]) * (one[2] - p1) + (one[2] - p1)^2))
  up <- sqrt(max(0, (two[2] - p2)^2 - 2 * phi * (two[2] - p2) * (p1 - one[1]) + (p1 - one[1])^2))
  laplace <- c(b + 1, c + 1) / (n + 2)
  changed <- laplace[2] - laplace[1]
  exact <- if (b + c == 0) 1 else binom.test(b, b + c)$p.value
  chi <- function(correct) {
    if (b + c == 0) return(NULL)
    unname(mcnemar.test(matrix(c(a, b, c, d), 2), correct = correct)$p.value)
  }
  odds <- if (b + c == 0) c(NA, NA) else as.numeric(binom.test(c, b + c, conf.level = level)$conf.int)
  list(panel = list(stayed = a, stopped = b, started = c, never = d), level = level, values = list(
    newcombePaired = limits(pmin(1, pmax(-1, c(p2 - p1 - down, p2 - p1 + up)))),
    tango = limits(tango(a, b, c, d, level)),
    bonettPrice = limits(pmin(1, pmax(-1, changed + c(-1, 1) * z * sqrt((sum(laplace) - changed^2) / (n + 2))))),
    mcnemarExact = exact,
    mcnemarMidP = if (b == c) 1 else exact - dbinom(min(b, c), b + c, 0.5),
    mcnemarAsymptotic = chi(FALSE),
    mcnemarCorrected = chi(TRUE),
    startersPerStopper = limits(odds / (1 - odds))
  ))
}

# --- what can be seen --------------------------------------------------------------------------------------------

# The first change, on a fine grid and then refined, that the test of alpha would find with the power asked.
visible <- function(share, n1, n2, N1 = NULL, N2 = NULL, alpha = 0.05, power = 0.8, deff = 1, direction = "rise") {
  factor <- function(n, N) if (is.null(N)) 1 else (N - n) / (N - 1)
  sign <- if (direction == "rise") 1 else -1
  seen <- function(D) {
    next_share <- share + sign * D
    error <- sqrt(deff * (share * (1 - share) / n1 * factor(n1, N1) + next_share * (1 - next_share) / n2 * factor(n2, N2)))
    pnorm(D / error - qnorm(1 - alpha / 2)) - power
  }
  grid <- seq(1e-6, (if (sign > 0) 1 - share else share) - 1e-12, length.out = 20001)
  found <- which(vapply(grid, seen, 0) >= 0)
  list(share = share, first = list(answered = n1, population = N1), second = list(answered = n2, population = N2),
    certainty = list(alpha = alpha, power = power), designEffect = deff, direction = direction,
    value = if (length(found) == 0) NULL else solve(seen, grid[found[1] - 1], grid[found[1]]))
}
visible_panel <- function(n, changing, alpha = 0.05, power = 0.8) {
  seen <- function(D) pnorm((sqrt(n) * D - qnorm(1 - alpha / 2) * sqrt(changing)) / sqrt(changing - D^2)) - power
  top <- min(changing, sqrt(changing)) - 1e-12
  list(answered = n, changing = changing, certainty = list(alpha = alpha, power = power),
    value = if (seen(top) < 0) NULL else solve(seen, 1e-9, top))
}
test_power <- function(n, p1, p2, alpha = 0.05)
  list(answered = n, shares = c(p1, p2), alpha = alpha,
    value = power.prop.test(n = n, p1 = p1, p2 = p2, sig.level = alpha)$power)

# --- agreement: by the matrix of coincidences --------------------------------------------------------------------

alpha <- function(...) {
  rows <- lapply(list(...), function(row) strsplit(row, "")[[1]])
  marks <- do.call(rbind, rows)
  codes <- setdiff(sort(unique(as.vector(marks))), ".")
  together <- matrix(0, length(codes), length(codes), dimnames = list(codes, codes))
  for (at in seq_len(ncol(marks))) {
    here <- setdiff(seq_len(nrow(marks)), which(marks[, at] == "."))
    if (length(here) < 2) next
    for (i in here) for (j in here) if (i != j)
      together[marks[i, at], marks[j, at]] <- together[marks[i, at], marks[j, at]] + 1 / (length(here) - 1)
  }
  n <- sum(together)
  totals <- rowSums(together)
  expected <- (outer(totals, totals) - diag(totals, length(totals))) / (n - 1)
  between <- row(together) != col(together)
  list(coders = I(unlist(list(...))), value = 1 - sum(together[between]) / sum(expected[between]))
}

adjusted <- function(...) {
  ps <- c(...)
  list(ps = I(ps), holm = I(p.adjust(ps, "holm")), benjaminiHochberg = I(p.adjust(ps, "BH")))
}

# Another rounding than the library's: print a share of every count and see which print it.
bases <- function(percentages, from, to) {
  prints <- function(base) lapply(percentages, function(each)
    (0:base)[vapply(0:base, function(x) each %in% c(floor(100 * x / base + 0.5 + 1e-9), ceiling(100 * x / base - 0.5 - 1e-9)), TRUE)])
  fits <- Filter(function(base) all(lengths(prints(base)) > 0), from:to)
  list(percentages = I(percentages), from = from, to = to,
    bases = lapply(fits, function(base) list(base = base, counts = lapply(prints(base), I))))
}

out <- list(
  R = R.version.string,
  single = list(
    single(0, 3), single(3, 3, 3), single(0, 5, 30), single(1, 2, 9, 0.9), single(5, 5, 60, 0.99), single(11, 23, 108),
    single(17, 18, 19), single(30, 61, NULL, 0.8), single(37, 74, 211, 0.9), single(88, 97, 541), single(121, 305, 541),
    single(7, 160, 161), single(1250, 2500, 10000), single(2, 640, 9000, 0.99), single(0, 1), single(1, 1, 43), single(0, 97, 541),
    single(97, 97, 541), single(0, 12, 12), single(12, 12, 13, 0.9), single(1, 97, 98), single(96, 97, 541, 0.99), single(45, 69, 490),
    single(50, 100, 101, 0.8), single(3, 7, 8), single(410, 541, 541), single(199, 200, 100000), single(26, 52, 312, 0.5)
  ),
  double = list(
    double(0, 4, 0, 6), double(0, 6, 6, 6, 20, 22), double(7, 7, 0, 5), double(1, 12, 4, 15, 40, 41),
    double(9, 14, 9, 21, NULL, NULL, 0.9), double(33, 61, 40, 58, 541, 530), double(120, 300, 90, 280, 541, 541, 0.99),
    double(5, 5, 5, 5, 5, 5), double(640, 1500, 700, 1450), double(3, 90, 0, 75, 300, 310), double(1, 1, 0, 1), double(0, 1, 1, 1),
    double(8, 8, 8, 9, 8, 30), double(51, 93, 45, 69, 490, 490), double(2, 40, 38, 40, 41, 400, 0.8), double(0, 200, 1, 200, 541, 541),
    double(150, 151, 149, 149, 160, 155, 0.99), double(17, 34, 17, 34), double(1, 300, 20, 25, 5000, 30)
  ),
  paired = list(
    paired(0, 0, 0, 4), paired(0, 3, 0, 0), paired(9, 0, 4, 0), paired(14, 2, 9, 21), paired(30, 11, 12, 27, 0.9),
    paired(3, 8, 1, 6, 0.99), paired(120, 22, 40, 150), paired(0, 5, 7, 0), paired(50, 1, 0, 2), paired(1, 0, 0, 0), paired(0, 0, 1, 0),
    paired(40, 6, 6, 40, 0.8), paired(2, 30, 3, 2), paired(0, 1, 14, 200, 0.99), paired(300, 9, 21, 11), paired(7, 0, 0, 9)
  ),
  visible = list(
    visible(0.3, 40, 55), visible(0.3, 40, 55, direction = "fall"), visible(0.62, 97, 105, 541, 538),
    visible(0.1, 200, 150, 541, 541, 0.1, 0.9, 1.6), visible(0.9, 300, 310, 541, 541, direction = "fall"),
    visible(0.85, 12, 14), visible(0.02, 80, 90), visible(0.5, 300, 300, 301, 301),
    visible(0.2, 70, 500, 100, 10000, 0.01, 0.95, 1.2), visible(0.66, 45, 45, direction = "fall"), visible(0.97, 400, 390)
  ),
  visiblePanel = list(visible_panel(36, 0.2), visible_panel(75, 0.31, 0.01, 0.9), visible_panel(8, 0.15), visible_panel(400, 0.05),
    visible_panel(120, 0.6, 0.1, 0.99), visible_panel(20, 0.9)),
  power = list(test_power(97, 0.4, 0.55), test_power(30, 0.2, 0.5, 0.01), test_power(541, 0.61, 0.66)),
  agreement = list(
    alpha("debthealthwork", "debtwealthwerk"), alpha("aab.ccabcc", "aabbccabac", "aa.bc.abcc"),
    alpha("ababab", "bababa"), alpha("aaaaaaaaab", "aaaaaaaaaa"), alpha("a.b.c", ".a.b.", "aabbc", "ccccc"),
    alpha("abcdefgh", "abcdefgh"), alpha("ab........", "ba....aabb"), alpha("aabbccddee", "aabbccddea", "bbbbccdde."),
    alpha("abcabcabcabcabcabcabc", "abcabcabcabcabcabcacb", "abc.bcabcabc.bcabcaab", "a.cabcab.abcabca.cabc")
  ),
  multiplicity = list(
    adjusted(0.04, 0.01, 0.03, 0.005), adjusted(0.5, 0.5, 0.001, 0.2, 0.04, 0.04, 0.9), adjusted(0.2), adjusted(1, 0, 0.5),
    adjusted(0, 0, 0), adjusted(1, 1), adjusted(0.049, 0.051, 0.05), adjusted(rev(seq(0.002, 0.038, by = 0.004))),
    adjusted(1e-12, 0.3, 1e-9, 0.8, 0.8, 0.02, 0.0199, 0.33, 0.05, 0.6, 0.07, 1)
  ),
  published = list(
    bases(c(62, 23, 15), 10, 40), bases(c(33, 67), 3, 9), bases(12, 8, 8), bases(c(88, 7), 10, 99), bases(c(50, 1), 30, 60)
  )
)
here <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
writeLines(json(out), file.path(dirname(here), "proportions.json"))
