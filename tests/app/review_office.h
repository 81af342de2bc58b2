// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/app/cli_desk.h"

#include "model/workspace/workspace.h"

namespace jz::test {

/// An office's workspace with a review whose dossiers lie in the stores: papers of the sample call, printed by the program, each with the values that a test gives it.
struct ReviewOffice : CliDesk
{
    ReviewOffice();

    QString file(const QString& name) const { return folder().file(name); }
    CliResult office(const QStringList& arguments) const { return run(QStringList{QStringLiteral("office ") + arguments.first()} + arguments.mid(1) + QStringList{QStringLiteral("--json")}); }

    /// Prints the sample with these values in place of its own, under that id, and puts it into the review, admitted. Only the first eight digits of an id are told apart.
    void addDossier(const QString& id, const QJsonObject& values) const;
    /// Registers an expert; returns the number.
    qint64 addExpert(const QString& name, const QString& unit, const QStringList& more = {}) const;
    /// Writes down a panel bundle of an expert that is in force.
    void sendBundle(const QString& number, qint64 expert, const QStringList& dossiers) const;
    /// Opens the workspace for a moment.
    void inWorkspace(const std::function<void(Workspace&, qint64 round, qint64 person)>& work) const;

    static QString fullId(const QString& begin) { return begin + QStringLiteral("-2222-4333-8444-555555555555"); }
};

} // namespace jz::test
