# What spdep and R itself make of the figures in a folder: one "name value" a line.
suppressPackageStartupMessages({
	library(spdep)
})
options(digits = 15)
folder <- commandArgs(trailingOnly = TRUE)[1]
areas <- read.csv(file.path(folder, "areas.csv"))
lines <- strsplit(readLines(file.path(folder, "neighbours.txt")), " ")
nb <- lapply(lines, function(each) if (length(each) == 0) 0L else as.integer(each))
class(nb) <- "nb"
attr(nb, "region.id") <- as.character(seq_along(nb))
say <- function(name, value) cat(name, format(value, digits = 15), "\n")
rate <- areas$count / areas$exposure
lw <- nb2listw(nb)
global <- EBest(areas$count, areas$exposure, family = "poisson")
local <- EBlocal(areas$count, areas$exposure, nb)
moran <- moran.test(rate, lw)$estimate
lisa <- localmoran(rate, lw)
eb <- EBImoran.mc(areas$count, areas$exposure, lw, nsim = 1)$statistic
say("moran", moran[[1]])
say("moran-variance", moran[[3]])
say("eb-moran", eb[[1]])
for (at in seq_along(rate)) {
	say(paste0("global-", at), global$estmm[at])
	say(paste0("local-", at), local$est[at])
	say(paste0("lisa-", at), lisa[at, 1])
}
years <- read.csv(file.path(folder, "years.csv"))
slope <- glm(count ~ time + offset(log(exposure)), data = years, family = poisson)
say("slope", coef(slope)[[2]])
say("slope-error", summary(slope)$coefficients[2, 2])

# The change model by numerical integration: counts now and before, r, and noise.
tau2 <- 0.25
windows <- read.csv(file.path(folder, "windows.csv"))
for (at in seq_len(nrow(windows))) {
	w <- windows[at, ]
	s2 <- tau2 + w$noise
	kappa <- tau2 / s2
	spread <- sqrt(kappa * w$noise)
	n <- w$now + w$before
	log.density <- function(x) w$now * x - n * log1p(w$ratio * exp(x)) - x^2 / (2 * s2)
	highest <- optimize(log.density, c(-9, 9) * sqrt(s2), maximum = TRUE)
	density <- function(x) exp(log.density(x) - highest$objective)
	area <- function(f) {
		# In parts, so that a narrow peak is not stepped over.
		ends <- highest$maximum + sqrt(s2) * c(-12, -3, -1, -0.3, 0, 0.3, 1, 3, 12)
		sum(sapply(seq_len(length(ends) - 1), function(k) integrate(f, ends[k], ends[k + 1], rel.tol = 1e-11)$value))
	}
	total <- area(density)
	below <- function(d) area(function(x) density(x) * pnorm((d - kappa * x) / spread)) / total
	quantile.of <- function(share) exp(uniroot(function(d) below(d) - share, c(-5, 5), tol = 1e-11)$root)
	say(paste0("fell-", at), below(0))
	say(paste0("ratio-", at), quantile.of(0.5))
	say(paste0("low-", at), quantile.of(0.05))
	say(paste0("high-", at), quantile.of(0.95))
	p <- function(z) {
		odds <- w$ratio * exp(sqrt(w$noise) * z)
		odds / (1 + odds)
	}
	k <- round(w$now)
	cases <- k + round(w$before)
	mean.over <- function(f) integrate(function(z) f(z) * dnorm(z), -6, 6, rel.tol = 1e-11)$value
	say(paste0("lower-", at), mean.over(function(z) pbinom(k, cases, p(z))))
	say(paste0("upper-", at), mean.over(function(z) pbinom(k - 1, cases, p(z), lower.tail = FALSE)))
}
