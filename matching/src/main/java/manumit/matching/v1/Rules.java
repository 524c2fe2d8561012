package manumit.matching.v1;

/// What tells one method from another: the numbers that {@link Scoring} compares with. Immutable.
public final class Rules {

    final String version;
    final double priorSideBySide;
    final double priorCheck;
    final double minPart;
    final double minJoint;
    final boolean keyed;
    final NameWeights weights;
    final double most;
    final double against;
    final NameBound.Limits limits;

    /// @param priorSideBySide prior of two records side by side, in bits
    /// @param priorCheck prior of a traveller held against a list
    /// @param minPart similarity from which two parts of a name stand for each other
    /// @param minJoint the same where neighbouring parts are read as one
    /// @param keyed whether parts must have a key in common besides ({@link
    ///   manumit.matching.similarity.PartKeys})
    /// @param most most bits that names can bring
    /// @param against factor on the log2 odds of names that speak against each other
    Rules(
            String version,
            double priorSideBySide,
            double priorCheck,
            double minPart,
            double minJoint,
            boolean keyed,
            NameWeights weights,
            double most,
            double against) {
        this.version = version;
        this.priorSideBySide = priorSideBySide;
        this.priorCheck = priorCheck;
        this.minPart = minPart;
        this.minJoint = minJoint;
        this.keyed = keyed;
        this.weights = weights;
        this.most = most;
        this.against = against;
        this.limits = new NameBound.Limits(weights);
    }

    /// The rules of a method, and that parts need a key in common.
    public static Rules keyed(String version, Scoring method) {
        Rules like = method.rules();
        return new Rules(
                version,
                like.priorSideBySide,
                like.priorCheck,
                like.minPart,
                like.minJoint,
                true,
                like.weights,
                like.most,
                like.against);
    }

    /// Must parts have a key in common?
    public boolean isKeyed() {
        return keyed;
    }

    public String version() {
        return version;
    }

    /// Prior of a traveller held against a list.
    public double priorCheck() {
        return priorCheck;
    }

    /// Similarity from which two parts of a name stand for each other.
    public double minPart() {
        return minPart;
    }

    /// The same where neighbouring parts are read as one.
    public double minJoint() {
        return minJoint;
    }

    @Override
    public String toString() {
        return "Rules[" + version + "]";
    }
}
