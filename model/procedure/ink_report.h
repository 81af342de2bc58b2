// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/exchange/ink_problem.h"
#include "model/pdf/embedded_files.h"

#include <QJsonObject>
#include <QUuid>

#include <optional>

namespace jz {

/// What is known about the ink of one role.
struct InkRole
{
    QString role;          ///< `applicant` or `recommender`
    QList<int> pages;      ///< of the printed paper, 1-based, that bear its signature and seal and were scanned
    bool matched = false;  ///< each of them was recognised by its code
    InkProblems problems;
};

/// A scanned page in the paper.
struct InkPage
{
    int page = 0;          ///< of the printed paper, 1-based
    int at = 0;            ///< where the scan stands in the file, 1-based
    bool byCode = false;
    InkProblems problems;
};

/// The record of the scans in an ink-signed paper; it lies inside as `ink.json` and names neither files nor folders of
/// the machine it was made on. What the sender's program saw: the delivery mark says that nobody changed it since.
struct InkReport
{
    QUuid id;                ///< of the dossier
    int revision = 1;
    QByteArray fingerprint;  ///< SHA-256 of dossier.json, 32 bytes
    QList<InkPage> pages;
    QList<InkRole> roles;
};

/// Name under which the report lies in a paper.
QString inkReportName();

QByteArray inkReportJson(const InkReport& report);
/// Nothing when it is none.
std::optional<InkReport> parseInkReport(const QByteArray& json);

/// Reads the report of a paper; nothing when it has none. Never throws for what the file holds.
std::optional<InkReport> readInkReport(const EmbeddedFiles& files);

/// `ink` of `verify --json`: [{"role", "pages", "matched", "problems": [P]}].
QJsonArray inkRolesJson(const QList<InkRole>& roles, Language language);

} // namespace jz
