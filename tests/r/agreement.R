# What spdep, MASS and R itself make of the figures in a folder: one "name value" a line.
suppressPackageStartupMessages({
	library(spdep)
	library(MASS)
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
gi <- localG(rate, nb2listw(include.self(nb), style = "B"))
eb <- EBImoran.mc(areas$count, areas$exposure, lw, nsim = 1)$statistic
say("moran", moran[[1]])
say("moran-variance", moran[[3]])
say("eb-moran", eb[[1]])
for (at in seq_along(rate)) {
	say(paste0("global-", at), global$estmm[at])
	say(paste0("local-", at), local$est[at])
	say(paste0("lisa-", at), lisa[at, 1])
	say(paste0("gi-", at), as.numeric(gi)[at])
}
years <- read.csv(file.path(folder, "years.csv"))
fit <- glm.nb(count ~ ward + time + offset(log(exposure)), data = years, control = glm.control(epsilon = 1e-12, maxit = 100))
for (at in 1:3) say(paste0("nb-", at), coef(fit)[[at]])
say("theta", fit$theta)
say("log-likelihood", fit$twologlik / 2)
slope <- glm(count ~ time + offset(log(exposure)), data = years, family = poisson)
say("slope", coef(slope)[[2]])
say("slope-error", summary(slope)$coefficients[2, 2])
series <- scan(file.path(folder, "series.txt"), quiet = TRUE)
say("mann-kendall", cor.test(seq_along(series), series, method = "kendall", exact = FALSE, continuity = TRUE)$statistic[[1]])
