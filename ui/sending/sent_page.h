// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/package.h"
#include "ui/form/dossier_session.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QTreeWidget;
QT_END_NAMESPACE

namespace jz::ui {

/// What was sent to whom, when and by which way (发送记录), and a line to write down the next one. Nothing written down is changed or
/// removed. A signed dossier that goes to its recommending body for good is 已报送 from then on.
class SentPage : public QWidget
{
    Q_OBJECT

public:
    SentPage(DossierSession& session, QWidget* parent);

    /// What the next record is about.
    void setPackage(const PackageContent& content) { m_content = content; }

Q_SIGNALS:
    void written();

private:
    QLayout* buildLine();
    void list();
    void write();

    DossierSession& m_session;
    PackageContent m_content;
    QTreeWidget* m_records;
    QLineEdit* m_who;
    QComboBox* m_way;
    QDateEdit* m_day;
    QCheckBox* m_forGood;
    QPushButton* m_write;
};

} // namespace jz::ui
